/**
 * The operations API: the frame of its document, what its operations share (pages, cursors, problem details, values of
 * parameters), and the operations themselves in a sub-package for each subject. See {@code /api/openapi.json}.
 */
@NullMarked
package io.redress.api;

import org.jspecify.annotations.NullMarked;
