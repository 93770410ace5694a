import type { PageErrorTexts } from './page-errors.en.ts'

const startAgain = 'Revenez à l’application et recommencez.'
const cookies = 'Les cookies doivent être autorisés pour cette adresse.'

export const pageErrors: PageErrorTexts = {
  errors: {
    client_not_found: {
      title: 'Ce client d’application n’existe pas',
      cause: 'Le client_id de la requête n’appartient pas à ce groupe d’utilisateurs.',
      fix: 'Utilisez le userPoolClientId indiqué dans /config.json. Il change quand le dossier de données est supprimé.',
    },
    expired_page: {
      title: 'Une erreur s’est produite',
      cause: 'Cette page a été ouverte il y a trop longtemps, ou dans un autre navigateur.',
      fix: `${startAgain} ${cookies}`,
    },
    foreign_post: {
      title: 'Une erreur s’est produite',
      cause: 'Un autre site web a tenté d’envoyer ce formulaire.',
      fix: `${startAgain} Rien n’a été modifié.`,
    },
    invalid_request: {
      title: 'La requête est incomplète',
      cause: 'Un paramètre manque, ou figure plusieurs fois.',
      fix: 'Envoyez chaque paramètre une seule fois. La bibliothèque du client d’application le fait quand elle est bien configurée.',
    },
    login_pages_unavailable: {
      title: 'Les pages de connexion ne sont pas disponibles',
      cause: 'Veuillez contacter un administrateur.',
      fix: 'Les pages de connexion ne s’affichent que pour les clients d’application qui ont un style\u00a0: ajoutez un AWS::Cognito::ManagedLoginBranding pour le client dans infra/template.yaml.',
    },
    logout_uri_mismatch: {
      title: 'La requête de déconnexion est incomplète',
      cause: 'Il manque un logout_uri enregistré, ou redirect_uri et response_type.',
      fix: 'Envoyez client_id et un logout_uri identique, caractère par caractère, à l’une des LogoutURLs du client d’application, ou bien redirect_uri et response_type pour se reconnecter.',
    },
    method_not_allowed: {
      title: 'Cette adresse attend un autre type de requête',
      cause: 'Cette adresse ne répond pas à la méthode HTTP de la requête.',
      fix: 'Ouvrez les pages en suivant des liens. On navigue vers /oauth2/authorize et /logout, on ne les appelle pas avec fetch.',
    },
    not_found: {
      title: 'Il n’y a rien à cette adresse',
      cause: 'Cette page n’existe pas.',
      fix: startAgain,
    },
    redirect_mismatch: {
      title: 'L’URI de redirection n’est pas enregistrée',
      cause:
        'Le redirect_uri de la requête (redirect_mismatch) ne correspond à aucune des URL de rappel du client d’application. La comparaison se fait caractère par caractère\u00a0: schéma, hôte, port, chemin, barre oblique finale et casse comptent.',
      fix: 'Ajoutez l’URI aux CallbackURLs du client d’application dans infra/template.yaml, ou faites envoyer par l’application l’une de celles qui sont enregistrées.',
    },
    server_error: {
      title: 'Une erreur s’est produite',
      cause: 'L’AWS local a rencontré une erreur.',
      fix: 'Son terminal indique laquelle.',
    },
    unauthorized_client: {
      title: 'Le client d’application ne peut pas utiliser OAuth',
      cause: 'Aucun flux OAuth 2.0 n’est activé pour le client d’application.',
      fix: 'Définissez AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows et AllowedOAuthScopes du client d’application dans infra/template.yaml.',
    },
    unexpected_answer: {
      title: 'Cette connexion ne peut pas se terminer ici',
      cause:
        'Elle a été commencée dans un autre navigateur, elle est déjà terminée, ou elle a duré plus d’un quart d’heure.',
      fix: `Revenez à l’application et connectez-vous à nouveau. ${cookies}`,
    },
    unknown_identity_provider: {
      title: 'Ce fournisseur d’identité n’existe pas',
      cause:
        'La requête nomme un fournisseur que ce client d’application ne prend pas en charge. La casse compte.',
      fix: 'Utilisez COGNITO ou l’un des fournisseurs pris en charge par le client d’application. Pour en ajouter un, ajoutez-le au groupe d’utilisateurs et aux SupportedIdentityProviders du client d’application dans infra/template.yaml.',
    },
  },
  labels: {
    parameter: 'Paramètre',
    sent: 'Envoyé',
    registered: 'Enregistré',
    fix: 'Que faire',
    differs: (expected) => `Le caractère marqué devrait être «\u00a0${expected}\u00a0».`,
    endsEarly: (rest) =>
      `Elle s’arrête là où celle qui est enregistrée continue par «\u00a0${rest}\u00a0».`,
    goesOn: 'Elle continue là où celle qui est enregistrée s’arrête.',
  },
}
