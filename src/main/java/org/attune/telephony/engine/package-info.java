/** The course of a call as a function of its events: plain Java. */
@NullMarked
@NamedInterface("engine")
package org.attune.telephony.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
