package io.github.authgate.demo;

/** One row of the order book. Use only on the event dispatch thread. */
final class Order {

    final int number;
    String customer;
    String item;
    int quantity;
    String due;
    String status;
    boolean paid;

    Order(int number, String customer, String item, int quantity, String due, String status, boolean paid) {
        this.number = number;
        this.customer = customer;
        this.item = item;
        this.quantity = quantity;
        this.due = due;
        this.status = status;
        this.paid = paid;
    }
}
