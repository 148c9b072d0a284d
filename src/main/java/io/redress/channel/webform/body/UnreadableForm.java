package io.redress.channel.webform.body;

/**
 * A post that is not a form.
 *
 * @param status the HTTP status that says so: 400 or 415
 */
public record UnreadableForm(int status, FormProblem problem) implements ParsedForm {}
