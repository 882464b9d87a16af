<?php
/**
 * What has happened.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Rows of the table Schema::log(): id, time, event, user_id, user_name, address, detail. Bounded in number and age, without
 * secrets. A log that cannot be written never changes what a request is answered.
 *
 * A name that belongs to no account is not recorded: people type their password into the wrong field.
 */
final class Audit_Log {

	/**
	 * What strangers can cause at will, and what everybody who has an account can. Each has a share of the table of its own, so
	 * that a flood of it drives nothing else out, and above all not what administrators have done.
	 */
	private const FLOODS = array(
		array( 'login_failed', 'login_refused', 'login_blocked', 'key_refused' ),
		array( 'login_succeeded', 'logged_out' ),
	);

	private const MAX_ROWS    = 5000;
	private const PRUNE_EVERY = 25;
	private const MAX_TEXT    = 190;

	/** @var Client_Address */
	private $address;

	/** @var Settings */
	private $settings;

	/**
	 * Takes what it needs.
	 *
	 * @param Client_Address $address  Who is asking.
	 * @param Settings       $settings For how long to keep what.
	 */
	public function __construct( Client_Address $address, Settings $settings ) {
		$this->address  = $address;
		$this->settings = $settings;
	}

	/**
	 * Records an event: login_succeeded, logged_out, login_failed, login_refused, login_blocked, key_refused, session_revoked
	 * (by somebody else), key_created, key_revoked, settings_changed.
	 *
	 * @param string $event   Its name.
	 * @param array  $context Any of user_id (int), user_name (as it was typed), detail (a short code). The address is added.
	 */
	public function record( string $event, array $context = array() ): void {
		global $wpdb;
		list( $user_id, $user_name ) = $this->account( $context );
		$written                     = $wpdb->insert(
			Schema::log(),
			array(
				'time'      => time(),
				'event'     => $event,
				'user_id'   => $user_id,
				'user_name' => self::one_line( $user_name ),
				'address'   => self::one_line( (string) $this->address->get(), 45 ),
				'detail'    => self::one_line( (string) ( $context['detail'] ?? '' ) ),
			)
		);
		if ( $written && 0 === $wpdb->insert_id % self::PRUNE_EVERY ) {
			$this->prune();
		}
	}

	/**
	 * Records what the current user has done in wp-admin.
	 *
	 * @param string $event  As above.
	 * @param string $detail What it was done to.
	 */
	public function record_deed( string $event, string $detail ): void {
		$this->record(
			$event,
			array(
				'user_id' => get_current_user_id(),
				'detail'  => $detail,
			)
		);
	}

	/**
	 * The newest events.
	 *
	 * @param int $limit  How many at most.
	 * @param int $offset How many to skip.
	 * @return array<int, array<string, string>> Rows of the table.
	 */
	public function latest( int $limit, int $offset = 0 ): array {
		global $wpdb;
		return (array) $wpdb->get_results(
			$wpdb->prepare( 'SELECT * FROM ' . Schema::log() . ' ORDER BY id DESC LIMIT %d OFFSET %d', $limit, $offset ), // phpcs:ignore WordPress.DB -- a table of ours.
			ARRAY_A
		);
	}

	/**
	 * How many events there are.
	 */
	public function count(): int {
		global $wpdb;
		return (int) $wpdb->get_var( 'SELECT COUNT(*) FROM ' . Schema::log() ); // phpcs:ignore WordPress.DB -- a table of ours, without input.
	}

	/**
	 * Deletes what is too old, and what is too much. WordPress's daily clean-up calls this too.
	 */
	public function prune(): void {
		global $wpdb;
		$table  = Schema::log();
		$shares = array( "event NOT IN ('" . implode( "', '", array_merge( ...self::FLOODS ) ) . "')" );
		foreach ( self::FLOODS as $events ) {
			$shares[] = "event IN ('" . implode( "', '", $events ) . "')";
		}
		// phpcs:disable WordPress.DB -- a table of ours and constants.
		$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE time < %d", time() - $this->settings->log_days() * DAY_IN_SECONDS ) );
		foreach ( $shares as $share ) {
			$last = (int) $wpdb->get_var( $wpdb->prepare( "SELECT id FROM $table WHERE $share ORDER BY id DESC LIMIT 1 OFFSET %d", self::MAX_ROWS ) );
			$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE $share AND id <= %d", $last ) );
		}
		// phpcs:enable
	}

	/**
	 * The account that an event is about.
	 *
	 * The query passes by WordPress's cache on purpose: a known name must not be answered faster than an unknown one.
	 *
	 * @param array $context What record() was told.
	 * @return array{int, string} Id and name; 0 and '' where there is none.
	 */
	private function account( array $context ): array {
		global $wpdb;
		$id   = (int) ( $context['user_id'] ?? 0 );
		$name = (string) ( $context['user_name'] ?? '' );
		if ( '' === $name ) {
			$user = $id > 0 ? get_userdata( $id ) : false;
			return array( $id, $user ? $user->user_login : '' );
		}
		$name = sanitize_user( mb_substr( $name, 0, self::MAX_TEXT ) );
		$row  = $wpdb->get_row( $wpdb->prepare( "SELECT ID, user_login FROM {$wpdb->users} WHERE user_login = %s OR user_email = %s LIMIT 1", $name, $name ) );
		return $row ? array( (int) $row->ID, $row->user_login ) : array( $id, '' );
	}

	/**
	 * Text without anything that could start a new line or hide one.
	 *
	 * @param string $text The text.
	 * @param int    $max  How many characters at most.
	 */
	private static function one_line( string $text, int $max = self::MAX_TEXT ): string {
		$text = wp_check_invalid_utf8( $text, true );
		return mb_substr( (string) preg_replace( '/[\p{C}\p{Zl}\p{Zp}]+/u', ' ', $text ), 0, $max );
	}
}
