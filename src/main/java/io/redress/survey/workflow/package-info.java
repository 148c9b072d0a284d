/** What surveys do at their times: sent, reminded of, answered, ended, and what the ticket makes of it. */
@NullMarked
package io.redress.survey.workflow;

import org.jspecify.annotations.NullMarked;
