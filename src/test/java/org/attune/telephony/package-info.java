@NullMarked
package org.attune.telephony;

import org.jspecify.annotations.NullMarked;
