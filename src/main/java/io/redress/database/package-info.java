/** PostgreSQL, embedded or external: its start, its end and its migrations. */
package io.redress.database;
