@NullMarked
package org.attune.audit.internal;

import org.jspecify.annotations.NullMarked;
