<?php
/**
 * The commands for WP-CLI.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Api_Keys;
use AuthGate\Audit_Log;
use WP_CLI;

defined( 'ABSPATH' ) || exit;

/**
 * Manages the API keys of AuthGate.
 */
final class Cli {

	/** @var Api_Keys */
	private $keys;

	/** @var Audit_Log */
	private $log;

	/**
	 * Takes what it works on.
	 *
	 * @param Api_Keys  $keys The keys.
	 * @param Audit_Log $log  The log.
	 */
	public function __construct( Api_Keys $keys, Audit_Log $log ) {
		$this->keys = $keys;
		$this->log  = $log;
	}

	/**
	 * Creates a key and prints it, this one time.
	 *
	 * ## OPTIONS
	 *
	 * <name>
	 * : What the key is for.
	 *
	 * @param string[] $arguments The name.
	 */
	public function create( array $arguments ): void {
		$name    = sanitize_text_field( $arguments[0] );
		$created = '' === $name ? null : $this->keys->create( $name );
		if ( null === $created ) {
			WP_CLI::error( 'The key has not been stored.' );
		}
		$this->log->record( 'key_created', array( 'detail' => $name ) );
		WP_CLI::line( $created['key'] );
	}

	/**
	 * Lists the live keys.
	 *
	 * @subcommand list
	 */
	public function list_keys(): void {
		$time = static function ( int $timestamp ): string {
			return $timestamp ? gmdate( 'Y-m-d\TH:i:s\Z', $timestamp ) : '';
		};
		$rows = array();
		foreach ( $this->keys->all() as $key ) {
			$rows[] = array(
				'created'   => $time( $key['created'] ),
				'last_used' => $time( $key['last_used'] ),
			) + $key;
		}
		WP_CLI\Utils\format_items( 'table', $rows, array( 'id', 'name', 'prefix', 'created', 'last_used' ) );
	}

	/**
	 * Revokes a key.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : Its id, from the list.
	 *
	 * @param string[] $arguments The id.
	 */
	public function revoke( array $arguments ): void {
		if ( ! $this->keys->revoke( (int) $arguments[0] ) ) {
			WP_CLI::error( 'There is no such key.' );
		}
		$this->log->record( 'key_revoked', array( 'detail' => $arguments[0] ) );
		WP_CLI::success( 'The key has been revoked.' );
	}
}
