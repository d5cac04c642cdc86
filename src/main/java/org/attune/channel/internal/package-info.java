/** Controllers, the shapes they speak in, error replies, idempotency and the OpenAPI document. */
@NullMarked
package org.attune.channel.internal;

import org.jspecify.annotations.NullMarked;
