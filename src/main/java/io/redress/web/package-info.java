/** Pages for customers: templates, texts in three languages, and safe headers. */
package io.redress.web;
