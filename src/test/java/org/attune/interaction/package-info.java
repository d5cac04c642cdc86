@NullMarked
package org.attune.interaction;

import org.jspecify.annotations.NullMarked;
