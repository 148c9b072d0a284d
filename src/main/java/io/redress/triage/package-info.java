/** Category, priority and sentiment of a complaint, each with its reasons, by rules and by what examples teach. */
package io.redress.triage;
