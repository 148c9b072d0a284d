/** Fields of forms, columns of files and members of JSON as canonical fields, by {@code config/mappings}. */
package io.redress.mapping;
