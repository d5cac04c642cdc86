@NullMarked
package org.attune.desk;

import org.jspecify.annotations.NullMarked;
