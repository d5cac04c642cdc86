@NullMarked
package org.attune.telephony.engine;

import org.jspecify.annotations.NullMarked;
