/** How invented customers are made and lists compared. */
@NullMarked
package org.attune.simulation.internal;

import org.jspecify.annotations.NullMarked;
