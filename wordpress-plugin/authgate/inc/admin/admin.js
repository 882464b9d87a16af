/**
 * Conveniences only: every page works without this script.
 */
( function () {
	'use strict';

	document.querySelectorAll( 'button[data-authgate-copy]' ).forEach( function ( button ) {
		if ( ! navigator.clipboard ) {
			return; // Only in secure contexts; elsewhere the button stays hidden and the field can be copied by hand.
		}
		var field = document.getElementById( button.getAttribute( 'data-authgate-copy' ) );
		button.hidden = false;
		button.addEventListener( 'click', function () {
			navigator.clipboard.writeText( field.value ).then( function () {
				document.getElementById( button.getAttribute( 'data-authgate-status' ) ).textContent = button.getAttribute( 'data-done' );
			} );
		} );
	} );

	document.querySelectorAll( 'button[data-authgate-confirm]' ).forEach( function ( button ) {
		button.addEventListener( 'click', function ( event ) {
			if ( ! window.confirm( button.getAttribute( 'data-authgate-confirm' ) ) ) {
				event.preventDefault();
			}
		} );
	} );

	document.querySelectorAll( '[data-authgate-probe]' ).forEach( function ( place ) {
		var options = { credentials: 'omit', cache: 'no-store', headers: { Authorization: place.getAttribute( 'data-header' ) } };
		window.fetch( place.getAttribute( 'data-authgate-probe' ), options ).then( function ( response ) {
			return response.json();
		} ).then( function ( answer ) {
			if ( typeof answer.authorization === 'boolean' ) {
				place.textContent = place.getAttribute( answer.authorization ? 'data-arrives' : 'data-missing' );
			}
		} ).catch( function () {} ); // No answer, no sentence: the site's own attempt stands above.
	} );

	document.querySelectorAll( 'input[data-authgate-select]' ).forEach( function ( field ) {
		field.addEventListener( 'focus', function () {
			field.select();
		} );
	} );
}() );
