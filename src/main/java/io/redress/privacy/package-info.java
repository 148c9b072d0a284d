/** What is kept of a person: found, exported, forgotten, removed with age, and masked wherever it need not be read. */
package io.redress.privacy;
