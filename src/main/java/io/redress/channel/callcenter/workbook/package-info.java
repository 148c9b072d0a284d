/** Rows of Excel workbooks (.xlsx, .xls) in constant memory. */
@NullMarked
package io.redress.channel.callcenter.workbook;

import org.jspecify.annotations.NullMarked;
