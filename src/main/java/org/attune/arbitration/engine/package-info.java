/** The arithmetic of arbitration, plain Java. */
@NullMarked
package org.attune.arbitration.engine;

import org.jspecify.annotations.NullMarked;
