/** How calls are taken in and followed. */
@NullMarked
package org.attune.telephony.internal;

import org.jspecify.annotations.NullMarked;
