import { graphql, type ResultOf } from '../../api/graphql.js';

export const MyBackups = graphql(`
  query MyBackups {
    myBackups {
      id
      orderNumber
      state
      grams
      vndPerKg
      readyFrom
      releaseAt
      crop {
        nameVi
        nameEn
      }
      grade {
        nameVi
        nameEn
      }
      household {
        name
      }
    }
  }
`);
export type OwnBackup = ResultOf<typeof MyBackups>['myBackups'][number];

export const RespondBackup = graphql(`
  mutation RespondBackup($input: RespondBackupInput!) {
    respondBackup(input: $input) {
      __typename
      ... on Backup {
        id
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const OrderBackups = graphql(`
  query OrderBackups($id: ID!) {
    order(id: $id) {
      state
      backups {
        id
        state
        grams
        vndPerKg
        grade {
          nameVi
          nameEn
        }
        commune {
          name
        }
        household {
          name
          phone
        }
      }
    }
  }
`);
export type OrderBackup = NonNullable<ResultOf<typeof OrderBackups>['order']>['backups'][number];

export const AskBackups = graphql(`
  mutation AskBackups($input: AskBackupsInput!) {
    askBackups(input: $input) {
      __typename
      ... on BulkOrder {
        id
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
