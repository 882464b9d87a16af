<?php
/**
 * A table that can be read on a telephone, without JavaScript and with a screen reader.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress's own WP_List_Table hides columns on narrow screens behind a button that needs JavaScript; this one stacks them.
 */
final class Table {

	/**
	 * Prints the table.
	 *
	 * A cell is text, which is escaped here, or a closure, which prints escaped HTML itself.
	 *
	 * @param string   $caption What the table is about, for screen readers.
	 * @param string[] $columns The headings.
	 * @param iterable $rows    Lists of cells; the first cell is the heading of its row.
	 * @param string   $nothing The sentence that replaces an empty table.
	 */
	public static function render( string $caption, array $columns, iterable $rows, string $nothing ): void {
		$open = false;
		foreach ( $rows as $row ) {
			if ( ! $open ) {
				self::open( $caption, $columns );
				$open = true;
			}
			self::row( $columns, $row );
		}
		if ( $open ) {
			echo '</tbody></table>';
		} else {
			echo '<p>' . esc_html( $nothing ) . '</p>';
		}
	}

	/**
	 * The roles repeat what the elements mean: the style sheet turns them into blocks on narrow screens, and browsers
	 * then forget that this is a table.
	 *
	 * @param string   $caption The caption.
	 * @param string[] $columns The headings.
	 */
	private static function open( string $caption, array $columns ): void {
		echo '<table class="widefat striped authgate-table" role="table">';
		echo '<caption class="screen-reader-text">' . esc_html( $caption ) . '</caption>';
		echo '<thead role="rowgroup"><tr role="row">';
		foreach ( $columns as $column ) {
			echo '<th scope="col" role="columnheader">' . esc_html( $column ) . '</th>';
		}
		echo '</tr></thead><tbody role="rowgroup">';
	}

	/**
	 * Prints one row.
	 *
	 * @param string[] $columns The headings.
	 * @param array    $cells   The cells.
	 */
	private static function row( array $columns, array $cells ): void {
		echo '<tr role="row">';
		foreach ( $cells as $index => $cell ) {
			$tag = 0 === $index ? '<th scope="row" role="rowheader"' : '<td role="cell"';
			echo $tag . ' data-label="' . esc_attr( $columns[ $index ] ) . '"><span>'; // phpcs:ignore WordPress.Security.EscapeOutput -- one of two literals.
			if ( $cell instanceof \Closure ) {
				$cell();
			} else {
				echo esc_html( $cell );
			}
			echo 0 === $index ? '</span></th>' : '</span></td>';
		}
		echo '</tr>';
	}

	/**
	 * A point in time, in the site's time zone and format, as text for a cell.
	 *
	 * @param int|null $timestamp Seconds since 1970; null or 0: never.
	 */
	public static function time( ?int $timestamp ): string {
		if ( ! $timestamp ) {
			return __( 'Never', 'authgate' );
		}
		return (string) wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $timestamp );
	}
}
