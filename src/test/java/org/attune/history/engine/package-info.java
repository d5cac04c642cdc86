@org.jspecify.annotations.NullMarked
package org.attune.history.engine;
