@NullMarked
package org.attune.access;

import org.jspecify.annotations.NullMarked;
