/** Surveys by the API, for operators and for survey tools. */
@NullMarked
package io.redress.api.survey;

import org.jspecify.annotations.NullMarked;
