@NullMarked
package org.attune.care.ui;

import org.jspecify.annotations.NullMarked;
