<?php
/**
 * What the tests over HTTP have in common.
 *
 * @package AuthGate
 */

namespace AuthGate\Tests;

use PHPUnit\Framework\TestCase;

/**
 * Every test is a client of its own, at an address of its own, so that no limit of one test bites another. After each test
 * the error log must hold nothing that AuthGate has caused.
 */
abstract class Gate_Test_Case extends TestCase {

	protected const TOKEN    = '/wp-json/jwt-auth/v1/token';
	protected const VALIDATE = '/wp-json/jwt-auth/v1/token/validate';
	protected const ME       = '/wp-json/wp/v2/users/me?context=edit&_fields=id,name';
	protected const LOGOUT   = '/wp-json/authgate/v1/logout';
	protected const STATUS   = '/wp-json/authgate/v1/status';

	/** @var string */
	protected $from;

	/** @var string A pattern for lines of the error log that this test causes on purpose. */
	protected $expected_in_log = '/^$/';

	/** @var int */
	private $log_size;

	/** @var string[] */
	private $must_use = array();

	/** @var array */
	private $constants = array();

	/** @var array|null */
	private $settings = null;

	protected function setUp(): void {
		$this->from     = self::new_address();
		$this->log_size = strlen( Site::debug_log() );
	}

	protected function tearDown(): void {
		array_map(
			static function ( string $name ): void {
				Site::must_use( $name, null );
			},
			$this->must_use
		);
		if ( $this->constants ) {
			Site::define( $this->constants );
		}
		if ( null !== $this->settings ) {
			$this->write_settings( $this->settings );
		}
		self::assert_clean_log( implode( "\n", preg_grep( $this->expected_in_log, explode( "\n", Site::debug_log( $this->log_size ) ), PREG_GREP_INVERT ) ) );
	}

	/**
	 * A client address that no other test has.
	 */
	protected static function new_address(): string {
		static $number = 0;
		++$number;
		return '127.' . random_int( 1, 250 ) . '.' . ( 1 + intdiv( $number, 250 ) ) . '.' . ( 1 + $number % 250 );
	}

	/**
	 * Asserts that a log holds no fatal error at all, and nothing that comes from AuthGate.
	 *
	 * @param string $log Lines of debug.log.
	 */
	protected static function assert_clean_log( string $log ): void {
		$ours = preg_grep( '#PHP (Fatal|Parse)|plugins/authgate/|authgate_|WordPress database error|_doing_it_wrong|Uncaught#i', explode( "\n", $log ) );
		self::assertSame( '', implode( "\n", array_slice( $ours, 0, 5 ) ), 'debug.log' );
	}

	/**
	 * Installs a must-use plugin for this test.
	 *
	 * @param string $name Its name.
	 * @param string $code Its code.
	 */
	protected function must_use( string $name, string $code ): void {
		$this->must_use[] = $name;
		Site::must_use( $name, $code );
	}

	/**
	 * Sets constants of wp-config.php for this test.
	 *
	 * @param array $constants Name → value, null removes it.
	 * @param array $after     What they are outside of the test; constants that are not named there do not exist then.
	 */
	protected function constants( array $constants, array $after = array() ): void {
		$this->constants = array_merge( array_fill_keys( array_keys( $constants ), null ), $after );
		Site::define( $constants );
	}

	/**
	 * Changes settings of the plugin for this test.
	 *
	 * @param array $changes Name → value.
	 */
	protected function settings( array $changes ): void {
		$before         = Site::php( 'return array( get_option( "authgate_settings" ) );' )[0];
		$this->settings = $this->settings ?? array( $before );
		$this->write_settings( array( array_merge( is_array( $before ) ? $before : array(), $changes ) ) );
	}

	/**
	 * Stores the option as it is given, past every sanitising.
	 *
	 * @param array $settings One element: the value, false for none.
	 */
	protected function write_settings( array $settings ): void {
		Site::php(
			'remove_all_filters( "sanitize_option_authgate_settings" );
			false === $in[0] ? delete_option( "authgate_settings" ) : update_option( "authgate_settings", $in[0] );',
			$settings
		);
	}

	/**
	 * Sends a request to the site from this test's address.
	 *
	 * @param string      $path    What follows the site's address.
	 * @param string      $method  The method.
	 * @param array       $headers The headers; X-API-KEY is there unless it is set here, null leaves it out.
	 * @param string|null $body    The body.
	 */
	protected function send( string $path, string $method = 'GET', array $headers = array(), ?string $body = null ): Answer {
		return Http::send( ...$this->request( $path, $method, $headers, $body ) );
	}

	/**
	 * The same, not yet sent.
	 *
	 * @param string      $path    What follows the site's address.
	 * @param string      $method  The method.
	 * @param array       $headers The headers.
	 * @param string|null $body    The body.
	 */
	protected function request( string $path, string $method = 'GET', array $headers = array(), ?string $body = null ): array {
		$headers = array_filter(
			$headers + array( 'X-API-KEY' => Site::key() ),
			static function ( $value ): bool {
				return null !== $value;
			}
		);
		return array( Site::url() . $path, $method, $headers, $body, $this->from );
	}

	/**
	 * A login as JSON.
	 *
	 * @param mixed $name     The user name.
	 * @param mixed $password The password.
	 * @param array $headers  Further headers.
	 */
	protected function login( $name, $password, array $headers = array() ): Answer {
		return Http::send( ...$this->login_request( $name, $password, $headers ) );
	}

	/**
	 * The same, not yet sent.
	 *
	 * @param mixed $name     The user name.
	 * @param mixed $password The password.
	 * @param array $headers  Further headers.
	 */
	protected function login_request( $name, $password, array $headers = array() ): array {
		$body = json_encode(
			array(
				'username' => $name,
				'password' => $password,
			)
		);
		return $this->request( self::TOKEN, 'POST', $headers + array( 'Content-Type' => 'application/json' ), $body );
	}

	/**
	 * Logs an account in.
	 *
	 * @param array $account From Site::account().
	 * @return string The token.
	 */
	protected function token( array $account ): string {
		$answer = $this->login( $account['name'], $account['password'] );
		self::assertNotSame( '', $answer->token(), "login of $account[name]: $answer" );
		return $answer->token();
	}

	/**
	 * Asks whether a token holds.
	 *
	 * @param string $token   The token.
	 * @param array  $headers Further headers.
	 */
	protected function validate( string $token, array $headers = array() ): Answer {
		return $this->send( self::VALIDATE, 'POST', $headers + array( 'Authorization' => "Bearer $token" ) );
	}

	/**
	 * Asks WordPress who a token makes of the client.
	 *
	 * @param string $token   The token.
	 * @param array  $headers Further headers.
	 */
	protected function me( string $token, array $headers = array() ): Answer {
		return $this->send( self::ME, 'GET', $headers + array( 'Authorization' => "Bearer $token" ) );
	}

	/**
	 * Asserts that a token opens nothing: neither at validate nor anywhere else.
	 *
	 * @param string $token The token.
	 * @param string $why   What is wrong with it.
	 */
	protected function assert_token_refused( string $token, string $why ): void {
		$answers = Http::together(
			array(
				$this->request( self::VALIDATE, 'POST', array( 'Authorization' => "Bearer $token" ) ),
				$this->request( self::ME, 'GET', array( 'Authorization' => "Bearer $token" ) ),
			)
		);
		foreach ( array( 'validate', 'users/me' ) as $number => $where ) {
			self::assert_refused( $answers[ $number ], "$where, $why" );
		}
	}

	/**
	 * Asserts that a token opens what its user may see.
	 *
	 * @param string $token The token.
	 * @param string $why   What one could have thought.
	 */
	protected function assert_token_holds( string $token, string $why ): void {
		$answer = $this->validate( $token );
		self::assertSame( 200, $answer->status, "$why: $answer" );
		self::assertSame( 'jwt_auth_valid_token', $answer->code(), "$why: $answer" );
		$answer = $this->me( $token );
		self::assertSame( 200, $answer->status, "$why: $answer" );
	}

	/**
	 * Asserts a refusal as security.md defines it: a true 4xx (or 503), JSON with a stable code and a plain text, no token.
	 *
	 * @param Answer      $answer The answer.
	 * @param string      $why    For the message.
	 * @param string|null $code   The code that it must have; null: any.
	 * @param int|null    $status The status that it must have; null: 400, 401, 403, 404, 415, 429.
	 */
	protected static function assert_refused( Answer $answer, string $why = '', ?string $code = null, ?int $status = null ): void {
		self::assertContains( $answer->status, null === $status ? array( 400, 401, 403, 404, 405, 415, 429 ) : array( $status ), "$why: $answer" );
		self::assertFalse( $answer->has_a_token(), "$why: $answer" );
		self::assertNotSame( '', $answer->code(), "no code, $why: $answer" );
		self::assertNotSame( 'jwt_auth_valid_token', $answer->code(), "$why: $answer" );
		if ( null !== $code ) {
			self::assertSame( $code, $answer->code(), "$why: $answer" );
		}
	}

	/**
	 * How often a password has been looked at since the counter was installed.
	 */
	protected static function passwords_looked_at(): int {
		$file = Site::dir() . '/passwords';
		return is_file( $file ) ? strlen( file_get_contents( $file ) ) : 0;
	}

	/**
	 * Counts, in this test, how often WordPress compares a password with a hash of an account.
	 */
	protected function count_passwords(): void {
		@unlink( Site::dir() . '/passwords' );
		$this->must_use(
			'count-passwords',
			'add_filter( "check_password", function ( $right, $password, $hash, $user_id ) {
				if ( $user_id ) {
					file_put_contents( getenv( "AUTHGATE_LAB" ) . "/passwords", ".", FILE_APPEND );
				}
				return $right;
			}, 10, 4 );'
		);
	}
}
