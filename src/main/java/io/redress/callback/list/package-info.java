/** Lists of calls for diallers, and the results that come back in them: layouts, writing, reading. */
package io.redress.callback.list;
