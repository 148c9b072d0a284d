package io.redress.triage;

final class Tuning {
    static double of(String n, double d) {
        String v = System.getProperty(n);
        return v == null ? d : Double.parseDouble(v);
    }
}
