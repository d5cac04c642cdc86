/** Whole flows through the real application on a real database, named in the words of the field. */
@NullMarked
package org.attune.scenario;

import org.jspecify.annotations.NullMarked;
