<?php
/**
 * Whether the setup works.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Parts;

defined( 'ABSPATH' ) || exit;

/**
 * Looks at everything that a login needs, and says in words what is wrong and what to do.
 */
final class Health {

	public const GOOD = 'good';
	public const NOTE = 'note';
	public const BAD  = 'bad';

	private const CLOCK_TOLERANCE = 30;

	/** @var Parts */
	private $parts;

	/** @var Health_Signing */
	private $signing;

	/** @var Health_Surroundings */
	private $surroundings;

	/**
	 * Takes what it looks at.
	 *
	 * @param Parts $parts The parts of the plugin.
	 */
	public function __construct( Parts $parts ) {
		$this->parts        = $parts;
		$this->signing      = new Health_Signing( $parts->health, $parts->secret, $parts->issuer );
		$this->surroundings = new Health_Surroundings( $parts->address );
	}

	/**
	 * All checks.
	 *
	 * @return array<string, array{string, string, string, string[]}> Name → label, state, what to say, lines for a configuration file.
	 */
	public function checks(): array {
		$checks = $this->local_checks();
		return array_slice( $checks, 0, 2 ) + array( 'authorization' => $this->authorization() ) + $checks;
	}

	/**
	 * The checks that need no request of the site to itself.
	 *
	 * @return array<string, array{string, string, string, string[]}> As above.
	 */
	public function local_checks(): array {
		return array(
			'key'        => $this->key(),
			'https'      => $this->https(),
			'issuer'     => $this->signing->issuer(),
			'secret'     => $this->signing->secret(),
			'database'   => $this->database(),
			'permalinks' => $this->permalinks(),
			'tables'     => $this->surroundings->tables(),
			'addresses'  => $this->surroundings->addresses(),
			'clock'      => $this->clock(),
			'xmlrpc'     => $this->xmlrpc(),
		);
	}

	/**
	 * What every page of wp-admin should say.
	 *
	 * @return array<int, array{string, string, string}> Type of the notice, tab where it can be changed, what to say.
	 */
	public function alerts(): array {
		$alerts = array();
		list( , $state, $text ) = $this->key();
		if ( self::BAD === $state ) {
			$alerts[] = array( 'error', 'keys', $text );
		}
		list( , $state, $text ) = $this->surroundings->tables();
		if ( self::BAD === $state ) {
			$alerts[] = array( 'error', 'health', $text );
		}
		list( , $state, $text ) = $this->signing->secret();
		if ( self::BAD === $state ) {
			$alerts[] = array( 'error', 'health', __( 'The secret that signs the tokens is missing or not good enough: nobody can log in through an application.', 'authgate' ) );
		}
		if ( '' !== $this->signing->conflict() ) {
			$alerts[] = array( 'warning', 'health', $this->signing->conflict() );
		}
		list( , $state, $text ) = $this->surroundings->addresses();
		if ( self::BAD === $state ) {
			$alerts[] = array( 'warning', 'settings', $text );
		}
		return $alerts;
	}

	/**
	 * Tells whether the site's own address is that of the machine it runs on.
	 */
	public static function site_is_local(): bool {
		return in_array( wp_parse_url( home_url(), PHP_URL_HOST ), array( 'localhost', '127.0.0.1', '[::1]' ), true );
	}

	private function key(): array {
		$label = __( 'API key', 'authgate' );
		if ( $this->parts->api_keys->any() ) {
			return array( $label, self::GOOD, __( 'There is a key.', 'authgate' ), array() );
		}
		return array(
			$label,
			self::BAD,
			$this->parts->api_keys->replaced_by_constant()
				? __( 'AUTHGATE_API_KEY in wp-config.php is shorter than 32 characters or is not text. It is not accepted: nobody can log in through an application.', 'authgate' )
				: __( 'There is no key: nobody can log in through an application. Create one under Settings > AuthGate.', 'authgate' ),
			array(),
		);
	}

	private function https(): array {
		$label = __( 'HTTPS', 'authgate' );
		if ( 'https' === wp_parse_url( home_url(), PHP_URL_SCHEME ) ) {
			return array( $label, self::GOOD, __( 'The site\'s address begins with https.', 'authgate' ), array() );
		}
		$local = self::site_is_local();
		return array(
			$label,
			$local ? self::NOTE : self::BAD,
			$local
				? __( 'The site has no HTTPS. That is good enough on this very machine; anywhere else applications refuse to send a password.', 'authgate' )
				: __( 'The site\'s address begins with http: passwords would travel in the clear, and applications refuse to send them. Get a certificate, then change both addresses under Settings > General to https.', 'authgate' ),
			array(),
		);
	}

	private function authorization(): array {
		$label = __( 'Authorization header', 'authgate' );
		$asked = Probe::ask();
		switch ( $asked['result'] ) {
			case Probe::ARRIVES:
				return array( $label, self::GOOD, __( 'The web server passes it on.', 'authgate' ), array() );
			case Probe::MISSING:
				return array( $label, self::BAD, __( 'The web server removes it: a login works, and everything after it fails. Apache wants one of these in the .htaccess file, above "# BEGIN WordPress":', 'authgate' ), self::apache_lines() );
		}
		return array(
			$label,
			self::NOTE,
			/* translators: %s: a technical reason. */
			sprintf( __( 'The site could not call itself to find out (%s).', 'authgate' ), $asked['detail'] ),
			array(),
		);
	}

	/**
	 * What makes Apache pass the header on; the first for every kind, the second shorter, for PHP-FPM and CGI.
	 *
	 * @return string[]
	 */
	public static function apache_lines(): array {
		return array(
			"<IfModule mod_rewrite.c>\nRewriteEngine On\nRewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]\n</IfModule>",
			'CGIPassAuth On',
		);
	}

	private function database(): array {
		$label = __( 'Database', 'authgate' );
		return $this->parts->throttle->works()
			? array( $label, self::GOOD, __( 'Attempts to log in are counted.', 'authgate' ), array() )
			: array( $label, self::BAD, __( 'AuthGate cannot count attempts in this database, and therefore lets nobody log in. It needs MySQL or MariaDB, and the right to write to its own tables; a replacement such as SQLite is not enough.', 'authgate' ), array() );
	}

	private function permalinks(): array {
		$label = __( 'Permalinks', 'authgate' );
		return get_option( 'permalink_structure' )
			? array( $label, self::GOOD, __( 'The REST interface has its usual address.', 'authgate' ), array() )
			: array( $label, self::NOTE, __( 'Permalinks are "plain". Applications that use AuthGate find the REST interface all the same; others look for it under /wp-json/ and do not. Choose any other structure under Settings > Permalinks.', 'authgate' ), array() );
	}

	private function clock(): array {
		global $wpdb;
		$label   = __( 'Clock', 'authgate' );
		$between = (int) $wpdb->get_var( 'SELECT UNIX_TIMESTAMP()' ) - time();
		/* translators: %s: a point in time in UTC. */
		$text = sprintf( __( 'The server says that it is %s UTC.', 'authgate' ), gmdate( 'Y-m-d H:i:s' ) );
		if ( abs( $between ) <= self::CLOCK_TOLERANCE ) {
			return array( $label, self::GOOD, $text, array() );
		}
		/* translators: %d: number of seconds. */
		$text .= ' ' . sprintf( _n( 'The database disagrees by %d second: one of the two clocks is wrong.', 'The database disagrees by %d seconds: one of the two clocks is wrong.', abs( $between ), 'authgate' ), abs( $between ) );
		return array( $label, self::BAD, $text, array() );
	}

	private function xmlrpc(): array {
		$label = __( 'XML-RPC', 'authgate' );
		return $this->parts->settings->blocks_xmlrpc_logins()
			? array( $label, self::GOOD, __( 'Logins over XML-RPC are switched off.', 'authgate' ), array() )
			: array( $label, self::NOTE, __( 'xmlrpc.php takes names and passwords without a key. If nothing of yours needs it, switch its logins off on the Settings tab.', 'authgate' ), array() );
	}
}
