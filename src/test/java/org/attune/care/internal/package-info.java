@NullMarked
package org.attune.care.internal;

import org.jspecify.annotations.NullMarked;
