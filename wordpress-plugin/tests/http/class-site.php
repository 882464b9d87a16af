<?php
/**
 * The WordPress under test.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

/**
 * What with-wordpress has brought up, and how a test changes the server's side of it.
 */
final class Site {

	/**
	 * The site's address, without a slash at the end.
	 */
	public static function url(): string {
		return self::environment( 'AUTHGATE_WORDPRESS_URL' );
	}

	/**
	 * A live API key.
	 */
	public static function key(): string {
		return self::environment( 'AUTHGATE_API_KEY' );
	}

	/**
	 * Who issues the tokens: own, stand-in or real.
	 */
	public static function issuer(): string {
		return self::environment( 'AUTHGATE_WORDPRESS_ISSUER' );
	}

	/**
	 * Runs PHP code inside that WordPress.
	 *
	 * @param string $code   The body of a function; $in is the second argument.
	 * @param mixed  $in     What the code finds in $in; must survive JSON.
	 * @return mixed What the code returns; must survive JSON.
	 */
	public static function php( string $code, $in = null ) {
		$code    = '$in = json_decode( ' . var_export( json_encode( $in, JSON_THROW_ON_ERROR ), true ) . ', true );'
			. '$out = ( static function () use ( $in ) { global $wpdb; ' . $code . ' } )(); echo "\n=" . json_encode( $out );';
		$command = array( self::environment( 'AUTHGATE_WORDPRESS_PHP' ), $code );
		$process = proc_open( $command, array( array( 'file', '/dev/null', 'r' ), array( 'pipe', 'w' ), array( 'file', self::dir() . '/php.log', 'a' ) ), $pipes );
		$output  = stream_get_contents( $pipes[1] );
		proc_close( $process );
		if ( ! preg_match( '/\n=(.*)$/s', $output, $match ) ) {
			throw new \RuntimeException( "The code inside WordPress did not come to its end: $output " . substr( (string) file_get_contents( self::dir() . '/php.log' ), -600 ) );
		}
		return json_decode( $match[1], true );
	}

	/**
	 * Makes an account that only the calling test knows.
	 *
	 * @param string      $role     Its role.
	 * @param string|null $password Its password as typed; null: some password.
	 * @return array{id: int, name: string, password: string, email: string}
	 */
	public static function account( string $role = 'author', ?string $password = null ): array {
		static $number = 0;
		$name          = 'user' . getmypid() . 'n' . ++$number;
		$account       = array(
			'name'     => $name,
			'password' => $password ?? "pass of $name",
			'email'    => "$name@example.test",
			'role'     => $role,
		);
		$account['id'] = self::php(
			'return wp_insert_user( array( "user_login" => $in["name"], "user_pass" => $in["password"], "user_email" => $in["email"], "role" => $in["role"], "display_name" => "Name of " . $in["name"] ) );',
			$account
		);
		return $account;
	}

	/**
	 * Sets constants of wp-config.php; null removes one.
	 *
	 * @param array $constants Name → value.
	 */
	public static function define( array $constants ): void {
		$arguments = array();
		foreach ( $constants as $name => $value ) {
			$arguments[] = escapeshellarg( null === $value ? $name : "$name=" . ( is_bool( $value ) ? var_export( $value, true ) : $value ) );
		}
		exec( escapeshellarg( dirname( __DIR__ ) . '/lab/wordpress' ) . ' define ' . escapeshellarg( '--dir=' . self::dir() ) . ' ' . implode( ' ', $arguments ), $output, $status );
		if ( 0 !== $status ) {
			throw new \RuntimeException( 'Cannot set constants: ' . implode( "\n", $output ) );
		}
	}

	/**
	 * Adds a must-use plugin, or removes it.
	 *
	 * @param string      $name Its name.
	 * @param string|null $code Its PHP code without the opening tag; null removes it.
	 */
	public static function must_use( string $name, ?string $code ): void {
		$file = self::root() . "/wp-content/mu-plugins/$name.php";
		if ( null === $code ) {
			@unlink( $file ); // It may never have been there.
			return;
		}
		file_put_contents( "$file.new", "<?php\n$code\n" );
		rename( "$file.new", $file );
	}

	/**
	 * The lab's folder.
	 */
	public static function dir(): string {
		return self::environment( 'AUTHGATE_WORDPRESS_DIR' );
	}

	/**
	 * The folder that WordPress lives in.
	 */
	public static function root(): string {
		return self::dir() . '/site' . parse_url( self::url(), PHP_URL_PATH );
	}

	/**
	 * The site's error log.
	 *
	 * @param int $offset From this byte on.
	 */
	public static function debug_log( int $offset = 0 ): string {
		$file = self::dir() . '/debug.log';
		return is_file( $file ) ? (string) file_get_contents( $file, false, null, $offset ) : '';
	}

	/**
	 * Reads a variable that with-wordpress sets.
	 *
	 * @param string $name Its name.
	 */
	private static function environment( string $name ): string {
		$value = getenv( $name );
		if ( false === $value ) {
			throw new \RuntimeException( "$name is not set: run me through wordpress-plugin/tests/run" );
		}
		return $value;
	}
}
