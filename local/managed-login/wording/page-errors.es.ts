import type { PageErrorTexts } from './page-errors.en.ts'

const startAgain = 'Vuelva a la aplicación y empiece de nuevo.'
const cookies = 'Las cookies deben estar permitidas para esta dirección.'

export const pageErrors: PageErrorTexts = {
  errors: {
    client_not_found: {
      title: 'No existe ese cliente de aplicación',
      cause: 'El client_id de la solicitud no pertenece a este grupo de usuarios.',
      fix: 'Use el userPoolClientId que indica /config.json. Cambia cuando se borra la carpeta de datos.',
    },
    expired_page: {
      title: 'Algo ha ido mal',
      cause: 'Esta página se abrió hace demasiado tiempo o en otro navegador.',
      fix: `${startAgain} ${cookies}`,
    },
    foreign_post: {
      title: 'Algo ha ido mal',
      cause: 'Otro sitio web ha intentado enviar este formulario.',
      fix: `${startAgain} No se ha cambiado nada.`,
    },
    invalid_request: {
      title: 'La solicitud está incompleta',
      cause: 'Falta un parámetro o aparece más de una vez.',
      fix: 'Envíe cada parámetro una sola vez. La biblioteca del cliente de aplicación lo hace así cuando está bien configurada.',
    },
    login_pages_unavailable: {
      title: 'Las páginas de inicio de sesión no están disponibles',
      cause: 'Póngase en contacto con un administrador.',
      fix: 'Las páginas de inicio de sesión solo se muestran para los clientes de aplicación que tienen un estilo: añada un AWS::Cognito::ManagedLoginBranding para el cliente en infra/template.yaml.',
    },
    logout_uri_mismatch: {
      title: 'La solicitud de cierre de sesión está incompleta',
      cause: 'Falta un logout_uri registrado, o bien redirect_uri y response_type.',
      fix: 'Envíe client_id y un logout_uri idéntico, carácter por carácter, a una de las LogoutURLs del cliente de aplicación; o bien redirect_uri y response_type para volver a iniciar sesión.',
    },
    method_not_allowed: {
      title: 'Esta dirección es para otro tipo de solicitud',
      cause: 'Esta dirección no responde al método HTTP de la solicitud.',
      fix: 'Abra las páginas siguiendo enlaces. A /oauth2/authorize y /logout se navega; no se llaman con fetch.',
    },
    not_found: {
      title: 'No hay nada en esta dirección',
      cause: 'Esta página no existe.',
      fix: startAgain,
    },
    redirect_mismatch: {
      title: 'El URI de redirección no está registrado',
      cause:
        'El redirect_uri de la solicitud (redirect_mismatch) no es ninguna de las URL de devolución de llamada del cliente de aplicación. Se comparan carácter por carácter: cuentan el esquema, el host, el puerto, la ruta, la barra final y las mayúsculas.',
      fix: 'Añada el URI a las CallbackURLs del cliente de aplicación en infra/template.yaml, o haga que la aplicación envíe uno de los registrados.',
    },
    server_error: {
      title: 'Algo ha ido mal',
      cause: 'Se ha producido un error en el AWS local.',
      fix: 'Su terminal indica cuál.',
    },
    unauthorized_client: {
      title: 'El cliente de aplicación no puede usar OAuth',
      cause: 'El cliente de aplicación no tiene activado ningún flujo de OAuth 2.0.',
      fix: 'Defina AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows y AllowedOAuthScopes del cliente de aplicación en infra/template.yaml.',
    },
    unexpected_answer: {
      title: 'Este inicio de sesión no puede terminar aquí',
      cause: 'Se empezó en otro navegador, ya ha terminado o ha tardado más de un cuarto de hora.',
      fix: `Vuelva a la aplicación e inicie sesión de nuevo. ${cookies}`,
    },
    unknown_identity_provider: {
      title: 'No existe ese proveedor de identidades',
      cause:
        'La solicitud nombra un proveedor que este cliente de aplicación no admite. Se distinguen mayúsculas y minúsculas.',
      fix: 'Use COGNITO o uno de los proveedores que admite el cliente de aplicación. Para añadir otro, añádalo al grupo de usuarios y a SupportedIdentityProviders del cliente de aplicación en infra/template.yaml.',
    },
  },
  labels: {
    parameter: 'Parámetro',
    sent: 'Enviado',
    registered: 'Registrado',
    fix: 'Qué hacer',
    differs: (expected) => `El carácter marcado debería ser «${expected}».`,
    endsEarly: (rest) => `Termina donde el registrado continúa con «${rest}».`,
    goesOn: 'Continúa donde el registrado termina.',
  },
}
