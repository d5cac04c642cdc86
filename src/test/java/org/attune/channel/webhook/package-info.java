@NullMarked
package org.attune.channel.webhook;

import org.jspecify.annotations.NullMarked;
