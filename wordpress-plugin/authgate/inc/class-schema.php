<?php
/**
 * The tables.
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

/**
 * Four tables per site, in a network too: a token, a key and a limit are always those of one site.
 */
final class Schema {

	public const VERSION_OPTION = 'authgate_schema_version';
	private const VERSION       = '1';

	/**
	 * API keys.
	 */
	public static function keys(): string {
		return $GLOBALS['wpdb']->prefix . 'authgate_keys';
	}

	/**
	 * Live sessions.
	 */
	public static function sessions(): string {
		return $GLOBALS['wpdb']->prefix . 'authgate_sessions';
	}

	/**
	 * Counters of attempts.
	 */
	public static function attempts(): string {
		return $GLOBALS['wpdb']->prefix . 'authgate_attempts';
	}

	/**
	 * The log.
	 */
	public static function log(): string {
		return $GLOBALS['wpdb']->prefix . 'authgate_log';
	}

	/**
	 * Runs at activation. Other sites of a network get their tables with their first request.
	 */
	public function activate(): void {
		$this->make_tables();
	}

	/**
	 * Makes the tables of the current site what this version expects; does nothing when they are.
	 */
	public function action_upgrade(): void {
		if ( self::VERSION !== get_option( self::VERSION_OPTION ) ) {
			$this->make_tables();
		}
	}

	/**
	 * The tables that should be there and are not.
	 *
	 * @return string[]
	 */
	public static function missing(): array {
		global $wpdb;
		$there = $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->prefix . 'authgate_' ) . '%' ) ); // phpcs:ignore WordPress.DB -- tables of ours.
		return array_values( array_diff( array_keys( self::tables() ), (array) $there ) );
	}

	/**
	 * What could not be made is tried again with the next request: it is done when the tables are there, not when it was tried.
	 */
	private function make_tables(): void {
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		$charset = $GLOBALS['wpdb']->get_charset_collate();
		foreach ( self::tables() as $name => $columns ) {
			dbDelta( "CREATE TABLE $name (\n$columns\n) $charset;" );
		}
		if ( self::missing() ) {
			return;
		}
		Migration::run();
		add_option( Settings::OPTION, Setting_Values::sanitize( null ) ); // An option that is not there costs each request a query.
		update_option( self::VERSION_OPTION, self::VERSION, true );
	}

	/**
	 * A site is deleted from its network: our tables go with it.
	 *
	 * @param string[] $tables The tables that go, while the site is the current one.
	 * @return string[]
	 */
	public function filter_wpmu_drop_tables( $tables ) {
		return array_merge( (array) $tables, array_keys( self::tables() ) );
	}

	/**
	 * The columns of the tables, in the spelling that dbDelta wants: two blanks after PRIMARY KEY.
	 *
	 * @return array<string, string>
	 */
	public static function tables(): array {
		return array(
			self::keys()     => 'id bigint unsigned NOT NULL AUTO_INCREMENT,
name varchar(190) NOT NULL,
hash char(64) NOT NULL,
prefix varchar(16) NOT NULL,
created bigint unsigned NOT NULL,
last_used bigint unsigned NOT NULL DEFAULT 0,
PRIMARY KEY  (id),
UNIQUE KEY hash (hash)',
			self::sessions() => "id char(64) NOT NULL,
user_id bigint unsigned NOT NULL,
created bigint unsigned NOT NULL,
expires bigint unsigned NOT NULL,
last_used bigint unsigned NOT NULL,
address varchar(45) NOT NULL DEFAULT '',
client varchar(190) NOT NULL DEFAULT '',
application_password char(36) NOT NULL DEFAULT '',
PRIMARY KEY  (id),
KEY user_id (user_id),
KEY expires (expires)",
			self::attempts() => 'bucket char(32) NOT NULL,
n int unsigned NOT NULL,
expires bigint unsigned NOT NULL,
PRIMARY KEY  (bucket),
KEY expires (expires)',
			self::log()      => "id bigint unsigned NOT NULL AUTO_INCREMENT,
time bigint unsigned NOT NULL,
event varchar(40) NOT NULL,
user_id bigint unsigned NOT NULL DEFAULT 0,
user_name varchar(190) NOT NULL DEFAULT '',
address varchar(45) NOT NULL DEFAULT '',
detail varchar(190) NOT NULL DEFAULT '',
PRIMARY KEY  (id),
KEY time (time),
KEY user_id (user_id)",
		);
	}
}
