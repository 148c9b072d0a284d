/** The pages on which customers answer surveys and decline them. */
@NullMarked
package io.redress.survey.page;

import org.jspecify.annotations.NullMarked;
