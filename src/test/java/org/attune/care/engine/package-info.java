/** The same interface as in the main sources: of two descriptions of a package on the class path, the check of modules reads this one. */
@NullMarked
@NamedInterface("engine")
package org.attune.care.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
