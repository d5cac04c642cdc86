@NullMarked
package org.attune.care.engine;

import org.jspecify.annotations.NullMarked;
