@NullMarked
package org.attune.care;

import org.jspecify.annotations.NullMarked;
