@NullMarked
package org.attune.floor;

import org.jspecify.annotations.NullMarked;
