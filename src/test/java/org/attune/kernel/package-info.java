@NullMarked
package org.attune.kernel;

import org.jspecify.annotations.NullMarked;
