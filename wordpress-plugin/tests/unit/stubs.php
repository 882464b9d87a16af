<?php
/**
 * The part of WordPress that the unit tests need.
 *
 * @package AuthGate
 */

define( 'ABSPATH', '/' );
define( 'ARRAY_A', 'ARRAY_A' );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'REST_REQUEST', true );

/** What a test tells the stubs. */
final class Stub {

	/** @var array<string, mixed> */
	public static $options = array();

	/** @var string */
	public static $site = 'https://example.org';

	/** @var array<string, callable[]> */
	public static $filters = array();

	/** @var array[] */
	public static $actions = array();

	public static function reset(): void {
		self::$options   = array();
		self::$site      = 'https://example.org';
		self::$filters   = array();
		self::$actions   = array();
		$_SERVER         = array( 'REQUEST_METHOD' => 'POST', 'REMOTE_ADDR' => '192.0.2.1' );
		$_GET            = array();
		$GLOBALS['wpdb'] = new Fake_Wpdb();
	}
}

/** Remembers queries and answers them from a list. */
final class Fake_Wpdb {
	public $prefix     = 'wp_';
	public $users      = 'wp_users';
	public $options    = 'wp_options';
	public $last_error = '';
	public $insert_id  = 1;

	/** @var string[] */
	public $queries = array();

	/** @var mixed[] What the next reads return; the last one again and again. */
	public $rows = array( null );

	/** @var array|null What the last insert() was given. */
	public $inserted = null;

	/** @var int|false|array What queries that write return, or a list of that for the next ones. */
	public $affected = 1;

	public function prepare( $query, ...$args ) {
		return vsprintf( str_replace( array( '%s', '%i' ), array( "'%s'", '%s' ), $query ), $args );
	}

	public function get_row( $query ) {
		return $this->read( $query );
	}

	public function get_var( $query ) {
		return $this->read( $query );
	}

	public function get_results( $query ) {
		return $this->read( $query );
	}

	public function query( $query ) {
		$this->queries[] = $query;
		return is_array( $this->affected ) ? array_shift( $this->affected ) : $this->affected;
	}

	public function insert( $table, $row ) {
		$this->queries[] = "INSERT $table";
		$this->inserted  = $row;
		return $this->affected;
	}

	public function replace( $table, $row ) {
		return $this->insert( $table, $row );
	}

	public function update( $table ) {
		return $this->query( "UPDATE $table" );
	}

	public function delete( $table ) {
		return $this->query( "DELETE $table" );
	}

	private function read( $query ) {
		$this->queries[] = $query;
		return count( $this->rows ) > 1 ? array_shift( $this->rows ) : $this->rows[0];
	}
}

class WP_Error {
	private $code;
	private $message;
	private $data;

	public function __construct( $code = '', $message = '', $data = '' ) {
		$this->code    = $code;
		$this->message = $message;
		$this->data    = $data;
	}

	public function get_error_code() {
		return $this->code;
	}

	public function get_error_codes() {
		return array( $this->code );
	}

	public function get_error_message() {
		return $this->message;
	}

	public function get_error_data() {
		return $this->data;
	}
}

class WP_User {
	public $ID              = 0;
	public $user_login      = '';
	public $user_pass       = '';
	public $user_email      = '';
	public $user_registered = '2020-01-01 00:00:00';
	public $user_nicename   = '';
	public $display_name    = '';
	public $roles           = array();
	public $allcaps         = array();

	public function __construct( int $id = 0, string $login = '', array $roles = array( 'editor' ) ) {
		$this->ID         = $id;
		$this->user_login = $login;
		$this->roles      = $roles;
	}
}

class WP_REST_Request {
	private $method;
	private $route;
	private $params;

	public function __construct( $method = 'POST', $route = '', array $params = array() ) {
		$this->method = $method;
		$this->route  = $route;
		$this->params = $params;
	}

	public function get_method() {
		return $this->method;
	}

	public function get_route() {
		return $this->route;
	}

	public function get_param( $name ) {
		return $this->params[ $name ] ?? null;
	}

	public function get_query_params() {
		return $_GET;
	}

	public function get_url_params() {
		return array();
	}

	public function get_file_params() {
		return array();
	}

	public function get_attributes() {
		return array();
	}
}

class WP_REST_Response {
	private $data;

	public function __construct( $data = null ) {
		$this->data = $data;
	}

	public function get_data() {
		return $this->data;
	}
}

function is_wp_error( $thing ) {
	return $thing instanceof WP_Error;
}

function get_bloginfo( $what ) {
	return 'url' === $what ? Stub::$site : '6.1';
}

function home_url() {
	return Stub::$site;
}

function get_option( $name, $default = false ) {
	return Stub::$options[ $name ] ?? $default;
}

function wp_salt( $scheme ) {
	return "salt of the unit tests for $scheme, long enough";
}

function wp_json_encode( $data, $flags = 0 ) {
	return json_encode( $data, $flags );
}

function wp_rand( $min, $max ) {
	return $max;
}

function wp_unslash( $value ) {
	return is_string( $value ) ? stripslashes( $value ) : $value;
}

function sanitize_text_field( $text ) {
	return trim( preg_replace( '/[\r\n\t ]+/', ' ', strip_tags( (string) $text ) ) );
}

function sanitize_user( $name ) {
	return trim( strip_tags( (string) $name ) );
}

function wp_check_invalid_utf8( $text, $strip = false ) {
	return preg_match( '//u', $text ) ? $text : '';
}

function untrailingslashit( $text ) {
	return rtrim( $text, '/\\' );
}

function is_multisite() {
	return false;
}

function is_user_spammy() {
	return false;
}

function get_http_origin() {
	return $_SERVER['HTTP_ORIGIN'] ?? '';
}

function get_userdata( $id ) {
	return Stub::$options[ "user $id" ] ?? false;
}

function get_user_by( $field, $value ) {
	return Stub::$options[ "user $field $value" ] ?? false;
}

function apply_filters( $hook, $value, ...$more ) {
	foreach ( Stub::$filters[ $hook ] ?? array() as $callback ) {
		$value = $callback( $value, ...$more );
	}
	return $value;
}

function add_filter( $hook, $callback ) {
	Stub::$filters[ $hook ][] = $callback;
}

function do_action( $hook, ...$more ) {
	Stub::$actions[] = array( $hook, $more );
}

function rest_ensure_response( $response ) {
	return $response instanceof WP_REST_Response ? $response : new WP_REST_Response( $response );
}

function __( $text ) {
	return $text;
}
