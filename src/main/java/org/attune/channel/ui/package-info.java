/** The studio's pages about other systems: API clients and webhooks. */
@NullMarked
package org.attune.channel.ui;

import org.jspecify.annotations.NullMarked;
