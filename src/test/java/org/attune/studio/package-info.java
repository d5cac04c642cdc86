/** Tests of the studio. */
@NullMarked
package org.attune.studio;

import org.jspecify.annotations.NullMarked;
