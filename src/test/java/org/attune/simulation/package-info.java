@NullMarked
package org.attune.simulation;

import org.jspecify.annotations.NullMarked;
