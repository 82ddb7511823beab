package org.tipline.admin;

/** A page the administration's navigation leads to; a room that has one contributes a bean. */
public record AdminPage(String path, String label) {}
