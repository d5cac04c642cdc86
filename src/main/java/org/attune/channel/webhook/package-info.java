/**
 * Facts told to other systems: who wants to hear what, the outbox that is written with the facts, and their delivery as signed
 * CloudEvents.
 */
@NullMarked
package org.attune.channel.webhook;

import org.jspecify.annotations.NullMarked;
