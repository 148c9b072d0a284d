/** What is kept of a person: found, exported, forgotten, and removed with age. */
package io.redress.privacy;
