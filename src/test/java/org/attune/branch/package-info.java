@NullMarked
package org.attune.branch;

import org.jspecify.annotations.NullMarked;
