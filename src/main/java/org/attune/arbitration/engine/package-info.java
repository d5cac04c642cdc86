/** The arithmetic of arbitration, plain Java. */
@NullMarked
@NamedInterface("engine")
package org.attune.arbitration.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
