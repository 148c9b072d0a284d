/** Surveys after a ticket is solved: whom to ask and when, by {@code config/surveys.yaml}, and what an answer says. */
package io.redress.survey;
